import { Module } from '@nestjs/common';
import { CreateSite } from './create-site';
import { SitesController } from './sites.controller';
import { SitesRepository } from './sites.repository';
import { StaffRolesRepository } from './staff-roles.repository';

@Module({
  controllers: [SitesController],
  providers: [CreateSite, SitesRepository, StaffRolesRepository],
  exports: [SitesRepository, StaffRolesRepository],
})
export class SitesModule {}
