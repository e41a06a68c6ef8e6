/** In which differences are told: Persian for people and papers, English keys and digits for programs. */
export type Language = 'fa' | 'en'
