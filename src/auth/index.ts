export { AuthModule } from './auth.module';
export { MakeFirstAdministrator } from './first-administrator/make-first-administrator';
