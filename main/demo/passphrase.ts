/** Passphrase of the demonstration book. It holds nothing but published and invented facts, and says so. */
export const DEMO_PASSPHRASE = 'demonstrasjon uten ekte saker';
