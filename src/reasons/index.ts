export { ReasonsModule } from './reasons.module';
export { ReasonsRepository } from './reasons.repository';
