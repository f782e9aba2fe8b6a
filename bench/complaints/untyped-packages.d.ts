/** Packages that have no types of their own. */
declare module 'moment-business-time' {
  const moment: typeof import('moment');
  export = moment;
}

declare module 'dayjs-business-days' {
  const exported: { readonly default: import('dayjs').PluginFunc };
  export = exported;
}
