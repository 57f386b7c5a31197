export { ConfigModule } from './config.module';
export { Env, readEnv } from './env';
