import 'reflect-metadata';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, ValidateBy, validateSync } from 'class-validator';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Every setting of the process; the README's table describes them. `process.env` is read nowhere else. */
export class Env {
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  /** Folder for the embedded PostgreSQL. Not used when DATABASE_URL is set. */
  @IsString()
  PARLEY_DATA_DIR = './data';

  /** Another PostgreSQL (15 to 18) instead of the embedded one. */
  @IsOptional()
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true, allow_fragments: false })
  DATABASE_URL?: string;

  @IsString()
  HOST = '127.0.0.1';

  /** 0 takes any free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 4600;

  /** The origin in readers' browsers, as they write it; addresses of the service begin with it. Default: http://localhost:PORT. */
  @IsOptional()
  @ValidateBy({
    name: 'isOrigin',
    validator: {
      validate: (value: string) => /^https?:/.test(value) && originIn(value) === value,
      defaultMessage: () => 'PUBLIC_URL is an origin such as https://comments.example.org, with no path, query or anything else after it',
    },
  })
  @Transform(({ value }) => originIn(value) ?? value)
  PUBLIC_URL?: string;

  /** Port of the demo publisher, on 127.0.0.1; 0 takes any free one. Default: the one after PORT. There is none in production. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  DEMO_PORT?: number;

  /** Addresses or CIDR ranges of the reverse proxies in front, separated by commas; nobody else's X-Forwarded-For is believed. */
  @Matches(/^$|^[\da-fA-F.:]+(\/\d{1,3})?(,[\da-fA-F.:]+(\/\d{1,3})?)*$/, {
    message: 'TRUSTED_PROXIES takes addresses or CIDR ranges, separated by commas',
  })
  TRUSTED_PROXIES = '';

  /** Connections of the pool. */
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(100)
  DATABASE_POOL = 10;

  @IsIn(logLevels)
  LOG_LEVEL: (typeof logLevels)[number] = 'info';

  /** Bearer token for /metrics from other hosts; without it only loopback may read it. */
  @IsOptional()
  @IsString()
  METRICS_TOKEN?: string;

  /** Where readers' browsers find the service: what PUBLIC_URL says, else this machine. */
  get publicUrl(): string {
    return this.PUBLIC_URL ?? `http://localhost:${this.PORT}`;
  }

  /** Undefined when there shall be no demo: in production never, in tests unless asked for. */
  get demoPort(): number | undefined {
    if (this.NODE_ENV === 'production') return undefined;
    if (this.DEMO_PORT !== undefined || this.NODE_ENV === 'test') return this.DEMO_PORT;
    return this.PORT === 0 ? 0 : (this.PORT + 1) % 65_536;
  }
}

/** Undefined where an address is more than an origin, its closing slash aside. */
function originIn(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, href } = new URL(address);
  return href === `${origin}/` ? origin : undefined;
}

/** The validated settings, or an error that names every wrong one. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const known = Object.keys(new Env()).concat('DATABASE_URL', 'PUBLIC_URL', 'DEMO_PORT', 'METRICS_TOKEN');
  const given = Object.fromEntries(
    known.filter((name) => source[name] !== undefined && source[name] !== '').map((name) => [name, source[name]]),
  );
  const env = plainToInstance(Env, given, { exposeDefaultValues: true });
  const problems = validateSync(env).flatMap((error) => Object.values(error.constraints ?? {}));
  if (problems.length > 0) throw new Error(`Settings in the environment are wrong: ${problems.join('; ')}`);
  return env;
}
