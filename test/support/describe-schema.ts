import type { Client } from 'pg';

const columnsSql = `
  select c.relname as table_name, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
         a.attgenerated <> '' as generated, pg_get_expr(d.adbin, d.adrelid) as expression
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
   order by c.relname, a.attnum`;
const constraintsSql = `
  select c.relname as table_name, o.conname as name, pg_get_constraintdef(o.oid) as definition
    from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and o.contype <> 'n' order by c.relname, o.conname`;
const indexesSql = `
  select i.tablename as table_name, i.indexdef as definition from pg_indexes i
   where i.schemaname = 'public' and not exists (select from pg_constraint o where o.conname = i.indexname)
   order by i.tablename, i.indexname`;
const functionsSql = `
  select pg_get_functiondef(p.oid) as definition from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname = 'public' order by p.proname`;
const triggersSql = `
  select pg_get_triggerdef(t.oid) as definition from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and not t.tgisinternal order by c.relname, t.tgname`;

interface ColumnRow {
  table_name: string;
  name: string;
  type: string;
  required: boolean;
  generated: boolean;
  expression: string | null;
}

function columnText(column: ColumnRow): string {
  const given =
    column.expression === null
      ? ''
      : column.generated
        ? ` generated always as (${column.expression}) stored`
        : ` default ${column.expression}`;
  return `  ${column.name} ${column.type}${column.required ? ' not null' : ''}${given}`;
}

/** The schema of the application as readable SQL, read from the catalogue: the same on every supported PostgreSQL. */
export async function describeSchema(client: Client): Promise<string> {
  const { rows: columns } = await client.query<ColumnRow>(columnsSql);
  const { rows: constraints } = await client.query<{ table_name: string; name: string; definition: string }>(constraintsSql);
  const { rows: indexes } = await client.query<{ table_name: string; definition: string }>(indexesSql);
  const { rows: functions } = await client.query<{ definition: string }>(functionsSql);
  const { rows: triggers } = await client.query<{ definition: string }>(triggersSql);
  const tables = [...new Set(columns.map((column) => column.table_name))].map((table) => {
    const inTable = (row: { table_name: string }): boolean => row.table_name === table;
    const lines = [
      ...columns.filter(inTable).map(columnText),
      ...constraints.filter(inTable).map(({ name, definition }) => `  constraint ${name} ${definition}`),
    ];
    const indexLines = indexes.filter(inTable).map(({ definition }) => `${definition};\n`);
    return `create table ${table} (\n${lines.join(',\n')}\n);\n${indexLines.join('')}`;
  });
  const rest = [...functions, ...triggers].map(({ definition }) => `${definition.trimEnd()};\n`);
  return `-- What the migrations make; a test compares. Written by: npm run schema\n\n${[...tables, ...rest].join('\n')}`;
}
