// Decides where the pages of a person's settings are.

export const SETTINGS_ROUTES = {
  reminders: () => '/packages/settings/reminders/reminders',
  privacy: () => '/packages/settings/privacy/privacy',
} as const
