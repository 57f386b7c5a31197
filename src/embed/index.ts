export { EmbedModule } from './embed.module';
