import { Module } from '@nestjs/common';
import { CreateSite } from './create-site';
import { SitesController } from './sites.controller';
import { SitesRepository } from './sites.repository';

@Module({ controllers: [SitesController], providers: [CreateSite, SitesRepository], exports: [SitesRepository] })
export class SitesModule {}
