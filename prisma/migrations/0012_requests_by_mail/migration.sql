-- AlterEnum
ALTER TYPE "PrivacyRequestKind" ADD VALUE 'correct';
