import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Length, Max, Min, ValidateBy } from 'class-validator';
import { limits } from '../../../contract/limits';
import { MayBeMissing } from '../../platform/http';
import { readLine } from '../../platform/text';

const { maxDomains, domainMaxLength, termMaxLength, maxTermsAtOnce } = limits.screening;
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

export const IsCount = (minimum: number, maximum: number, description: string) =>
  applyDecorators(ApiProperty({ type: 'integer', minimum, maximum, description }), IsInt(), Min(minimum), Max(maximum));

/** Host names as browsers write them: what an editor writes in other letters is turned into those. */
export const IsDomains = (description: string) =>
  applyDecorators(
    ApiProperty({ type: [String], maxItems: maxDomains, description, example: ['example.org'] }),
    Transform(({ value }) => (Array.isArray(value) ? value.map(asHostName) : value)),
    IsArray(),
    ArrayMaxSize(maxDomains),
    ArrayUnique(),
    ValidateBy(
      {
        name: 'isDomain',
        validator: {
          validate: (value) => typeof value === 'string' && value.length <= domainMaxLength && domain.test(value),
          defaultMessage: (given) => `each of ${given?.property} is a domain, like example.org`,
        },
      },
      { each: true },
    ),
  );

function asHostName(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const url = `https://${value.trim()}`;
  return URL.canParse(url) ? new URL(url).host : value;
}

/** One line each, in normal form. */
export const AreTerms = (description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: [String], maxItems: maxTermsAtOnce, description }),
    MayBeMissing(),
    Transform(({ value }) => (Array.isArray(value) ? value.map((term) => (typeof term === 'string' ? readLine(term) : term)) : value)),
    IsArray(),
    ArrayMaxSize(maxTermsAtOnce),
    Length(1, termMaxLength, { each: true }),
  );
