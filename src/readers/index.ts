export { normalizeEmail } from './email';
export { nameSkeleton } from './name-skeleton';
export { normalizeReaderName, readerNameProblem } from './reader-name';
export { EmailTaken, NameRefused } from './readers.errors';
export { ReadersModule } from './readers.module';
export { type Reader, ReadersRepository } from './readers.repository';
