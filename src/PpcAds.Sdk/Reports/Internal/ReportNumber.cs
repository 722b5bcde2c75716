namespace PpcAds.Sdk.Reports;

/// <summary>
/// Reads JSON numbers as 64-bit integers or exact millionths, straight from their text: never through a double, which would
/// change money and ids.
/// </summary>
internal static class ReportNumber
{
    /// <summary>Money is counted in millionths of the currency unit.</summary>
    public const int MicrosScale = 6;

    public const long MicrosPerUnit = 1_000_000;

    // 18 digits always fit into a long.
    private const int FastDigits = 18;

    /// <summary>Sorts a JSON number, which must be well formed, into the kinds of a cell.</summary>
    public static ReportCellKind Classify(ReadOnlySpan<byte> number, out long value)
    {
        if (number.Length <= FastDigits)
        {
            int i = number[0] == '-' ? 1 : 0;
            long digits = 0;
            uint digit;
            while (i < number.Length && (digit = (uint)(number[i] - '0')) <= 9)
            {
                digits = (digits * 10) + digit;
                i++;
            }

            if (i == number.Length)
            {
                value = number[0] == '-' ? -digits : digits;
                return ReportCellKind.Integer;
            }

            // A fraction of up to six digits is exact. The bound keeps digits * 10^6 within a long.
            if (number[i] == '.' && number.Length - i - 1 <= MicrosScale && i <= FastDigits - MicrosScale)
            {
                int missing = MicrosScale - (number.Length - i - 1);
                for (i++; i < number.Length && (digit = (uint)(number[i] - '0')) <= 9; i++)
                {
                    digits = (digits * 10) + digit;
                }

                if (i == number.Length)
                {
                    digits *= PowerOfTen(missing);
                    value = number[0] == '-' ? -digits : digits;
                    return ReportCellKind.Decimal;
                }
            }
        }

        return ClassifySlowly(number, out value);
    }

    /// <summary>
    /// A number times 10^<paramref name="scale"/> as an integer, half-even when digits are left over.
    /// </summary>
    /// <returns>Whether the text is a JSON number and the result fits into 64 bits with sign.</returns>
    public static bool TryScale(ReadOnlySpan<byte> number, int scale, out long value, out bool rounded)
    {
        value = 0;
        rounded = false;
        if (!ReportNumberParts.TrySplit(number, out ReportNumberParts parts))
        {
            return false;
        }

        // The value is the digits, read as one integer, times 10^shift.
        int digitCount = parts.SignificantDigits;
        long shift = parts.Exponent + scale;
        long kept = digitCount + shift;
        if (digitCount == 0)
        {
            return true;
        }

        if (kept > 19)
        {
            return false;
        }

        ulong result = 0;
        for (int i = 0; i < Math.Max(0, Math.Min(kept, digitCount)); i++)
        {
            // Up to 19 digits stay below 10^19, which an ulong holds.
            result = (result * 10) + (uint)parts.Digit(number, i);
        }

        for (long i = digitCount; i < kept; i++)
        {
            result *= 10;
        }

        if (kept < digitCount)
        {
            // A last kept digit exists only from kept = 1 on; below 0 the first dropped digit is a zero, so nothing rounds up.
            int next = kept < 0 ? 0 : parts.Digit(number, (int)kept);
            bool beyond = kept < 0 || parts.HasNonZeroAfter(number, (int)kept);
            rounded = next != 0 || beyond;
            if (next > 5 || (next == 5 && (beyond || (result & 1) == 1)))
            {
                result++;
            }
        }

        if (result > (parts.IsNegative ? 1UL << 63 : long.MaxValue))
        {
            return false;
        }

        value = parts.IsNegative ? unchecked((long)(0 - result)) : (long)result;
        return true;
    }

    private static ReportCellKind ClassifySlowly(ReadOnlySpan<byte> number, out long value)
    {
        bool isInteger = number.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
        if (isInteger && TryScale(number, 0, out value, out _))
        {
            return ReportCellKind.Integer;
        }

        if (TryScale(number, MicrosScale, out value, out bool rounded) && !rounded)
        {
            return ReportCellKind.Decimal;
        }

        value = 0;
        return ReportCellKind.Number;
    }

    /// <summary>10 to the power of 0 to 6.</summary>
    public static long PowerOfTen(int exponent) => exponent switch
    {
        0 => 1,
        1 => 10,
        2 => 100,
        3 => 1_000,
        4 => 10_000,
        5 => 100_000,
        _ => 1_000_000,
    };
}
