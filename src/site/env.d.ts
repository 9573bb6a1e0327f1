/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The page that is rendered, without the base. */
    path?: string;
    /** How many tables of it were made so far. */
    tables?: number;
  }
}
