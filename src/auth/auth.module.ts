import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ReadersModule } from '../readers';
import { SitesModule } from '../sites';
import { AccessGuard } from './access.guard';
import { ApiKeyGuard } from './api-key.guard';
import { ApiKeyStrategy } from './api-key.strategy';
import { AuthController } from './auth.controller';
import { CheckPassword } from './check-password';
import { ConsoleSessionController } from './console-session.controller';
import { FirstAdministratorController } from './first-administrator/first-administrator.controller';
import { MakeFirstAdministrator } from './first-administrator/make-first-administrator';
import { SetupTokenRepository } from './first-administrator/setup-token.repository';
import { LogIn } from './log-in';
import { PasswordStrategy } from './password.strategy';
import { PasswordHashes } from './password-hashes';
import { Register } from './register';
import { SessionStrategy } from './session.strategy';
import { SessionCookies } from './session-cookies';
import { Sessions } from './sessions';
import { SessionsRepository } from './sessions.repository';
import { WhoIsCalling } from './who-is-calling';

@Module({
  imports: [ReadersModule, SitesModule],
  controllers: [AuthController, ConsoleSessionController, FirstAdministratorController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    ApiKeyGuard,
    ApiKeyStrategy,
    CheckPassword,
    LogIn,
    MakeFirstAdministrator,
    PasswordHashes,
    PasswordStrategy,
    Register,
    SessionCookies,
    Sessions,
    SessionsRepository,
    SessionStrategy,
    SetupTokenRepository,
    WhoIsCalling,
  ],
  exports: [CheckPassword, MakeFirstAdministrator, Register, SessionCookies, Sessions, WhoIsCalling],
})
export class AuthModule {}
