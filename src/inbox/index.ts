export { CountNews } from './count-news';
export { InboxModule } from './inbox.module';
