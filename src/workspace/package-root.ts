/** Where the product itself lies, in a clone as in an install. */
import { findPackageJSON } from 'node:module'
import { dirname } from 'node:path'

/** The folder of our package.json. */
export const packageRoot = dirname(findPackageJSON(import.meta.url) ?? import.meta.dirname)
