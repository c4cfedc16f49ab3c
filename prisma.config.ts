import { defineConfig } from 'prisma/config';

/** For Prisma's own commands; Opptak itself migrates by prisma/migrate.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://opptak@127.0.0.1/opptak' },
});
