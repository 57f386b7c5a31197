import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysRepository } from './api-keys.repository';
import { CreateSite } from './create-site';
import { ManageApiKeys } from './manage-api-keys';
import { SitesController } from './sites.controller';
import { SitesRepository } from './sites.repository';
import { StaffRolesRepository } from './staff-roles.repository';
import { UpdateSite } from './update-site';
import { UseApiKey } from './use-api-key';

@Module({
  controllers: [SitesController, ApiKeysController],
  providers: [ApiKeysRepository, CreateSite, ManageApiKeys, SitesRepository, StaffRolesRepository, UpdateSite, UseApiKey],
  exports: [CreateSite, SitesRepository, StaffRolesRepository, UpdateSite, UseApiKey],
})
export class SitesModule {}
