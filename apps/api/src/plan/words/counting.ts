/** "1 Paar", "2 Paare" */
export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
