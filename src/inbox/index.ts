export { CountNews } from './count-news';
export { NewsCount } from './inbox.dto';
export { InboxModule } from './inbox.module';
