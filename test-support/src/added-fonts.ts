import { fileURLToPath } from "node:url";

/**
 * Files of typefaces for scripts that the browser's own has no glyphs for: Arabic (regular and bold) and simplified Chinese.
 *
 * Both typefaces are under the SIL Open Font License; only tests read them.
 */
export const addedFonts: readonly string[] = [
  "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
  "@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf",
].map((file) => fileURLToPath(import.meta.resolve(file)));
