export { NoticesRepository } from './notices.repository';
export { ReportedCommentsRepository, type UrgencyPlace } from './reported-comments.repository';
export { ReportsModule } from './reports.module';
export { ReportsRepository } from './reports.repository';
export { SettleReports } from './settle-reports';
