/** Windows keeps these names for devices, with any ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const devices = /^(?:con|prn|aux|nul|con(?:in|out)\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3])$/i

/** Whether a file cannot have this name there. */
export const isDeviceName = (name: string): boolean => devices.test(/^[^.]*/.exec(name)?.[0] ?? '')
