-- AlterEnum
ALTER TYPE "AdState" ADD VALUE 'showing';
