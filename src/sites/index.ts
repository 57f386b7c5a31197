export { CreateSite } from './create-site';
export { isOrigin, type Site } from './site';
export { SitesModule } from './sites.module';
export { SitesRepository } from './sites.repository';
export { isStaffSql, type StaffRole, StaffRolesRepository } from './staff-roles.repository';
export { UpdateSite } from './update-site';
export { UseApiKey } from './use-api-key';
