export { NotAllowed } from './auth.errors';
export { sessionEnded } from './auth.events';
export { AuthModule } from './auth.module';
export { MakeFirstAdministrator } from './first-administrator/make-first-administrator';
export { SessionCookies } from './session-cookies';
export { Sessions } from './sessions';
export { WhoIsCalling } from './who-is-calling';
