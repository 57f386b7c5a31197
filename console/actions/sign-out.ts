import { always, type FrameAction } from './action';

export const signOut: FrameAction = {
  id: 'signOut',
  isPossible: always,
  perform: ({ session, leases }) => {
    leases.want(null);
    void session.signOut().catch(() => undefined);
  },
};
