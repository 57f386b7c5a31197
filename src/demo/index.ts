export { DemoModule } from './demo.module';
export { DemoPublisher } from './demo-publisher';
