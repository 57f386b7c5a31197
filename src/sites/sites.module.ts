import { Module } from '@nestjs/common';
import { CreateSite } from './create-site';
import { SitesController } from './sites.controller';
import { SitesRepository } from './sites.repository';
import { StaffRolesRepository } from './staff-roles.repository';
import { UpdateSite } from './update-site';

@Module({
  controllers: [SitesController],
  providers: [CreateSite, SitesRepository, StaffRolesRepository, UpdateSite],
  exports: [SitesRepository, StaffRolesRepository, UpdateSite],
})
export class SitesModule {}
