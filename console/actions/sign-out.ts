import { type Action, always } from './action';

export const signOut: Action = {
  id: 'signOut',
  isPossible: always,
  perform: ({ session, leases }) => {
    leases.want(null);
    void session.signOut().catch(() => undefined);
  },
};
