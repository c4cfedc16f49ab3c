-- AlterTable
ALTER TABLE "information_request" ADD COLUMN     "reminded_at" TIMESTAMPTZ(6);

-- By hand: what Prisma has no word for.
ALTER TABLE "information_request"
  ADD CONSTRAINT "information_request_reminded_after_asking" CHECK ("reminded_at" > "requested_at");
