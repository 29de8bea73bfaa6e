-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "revision" TEXT;

-- AlterTable
ALTER TABLE "BrandKit" ADD COLUMN     "revision" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Account_revision_key" ON "Account"("revision");

-- CreateIndex
CREATE UNIQUE INDEX "BrandKit_revision_key" ON "BrandKit"("revision");
