export { type JobDefinition, type JobPayload, Jobs, jobDepth, migrateJobs } from './jobs';
export { JobsModule } from './jobs.module';
