import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsUUID, Length, ValidateBy, ValidateIf } from 'class-validator';
import { readLine } from '../text';
import { isDateTime } from '../time';

/** The field may be missing; unlike with `IsOptional`, null is a value. */
export const MayBeMissing = () => ValidateIf((_, value) => value !== undefined);

/** A name or a title: one line in normal form with 1 to `maxLength` characters, measured as it is stored. */
export const IsLine = (maxLength: number) =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? readLine(value) : value)),
    Length(1, maxLength),
  );

/** A date-time of RFC 3339. */
export const IsDateTime = () =>
  ValidateBy({
    name: 'isDateTime',
    validator: {
      validate: (value) => typeof value === 'string' && isDateTime(value),
      defaultMessage: (given) => `${given?.property} is a date and time with its offset, like 2027-01-31T18:00:00Z`,
    },
  });

/** An id in the one case that the database gives ids in: otherwise a retry that spells it otherwise would be another request. */
export const IsId = () =>
  applyDecorators(
    IsUUID(),
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value)),
  );
