/** Hong Kong numbers as they are written there, `+852 3166 3993`; other numbers stay in E.164. */
export function displayPhone(phone: string): string {
  const match = /^\+852(\d{4})(\d{4})$/.exec(phone)
  return match ? `+852 ${match[1]} ${match[2]}` : phone
}
