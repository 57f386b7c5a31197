import { Module } from '@nestjs/common';
import { SitesModule } from '../sites';
import { ManageReasons } from './manage-reasons';
import { ReasonsController } from './reasons.controller';
import { ReasonsRepository } from './reasons.repository';

@Module({
  imports: [SitesModule],
  controllers: [ReasonsController],
  providers: [ManageReasons, ReasonsRepository],
  exports: [ReasonsRepository],
})
export class ReasonsModule {}
