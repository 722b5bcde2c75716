namespace PpcAds.Sdk.Reports;

/// <summary>
/// A JSON number split into sign, digits and exponent, with leading zeros dropped; the digits stay where they are.
/// </summary>
internal readonly ref struct ReportNumberParts
{
    // An exponent beyond this is out of any range for the longest row; clamping keeps sums within a long.
    private const long ExponentLimit = 1_000_000_000_000;

    private readonly int _first;
    private readonly int _point;

    private ReportNumberParts(bool isNegative, int first, int point, int significantDigits, long exponent)
    {
        IsNegative = isNegative;
        _first = first;
        _point = point;
        SignificantDigits = significantDigits;
        Exponent = exponent;
    }

    public bool IsNegative { get; }

    /// <summary>How many digits follow from the first that is not zero; 0 for zero itself.</summary>
    public int SignificantDigits { get; }

    /// <summary>The power of ten that the digits, read as an integer, are multiplied by.</summary>
    public long Exponent { get; }

    /// <summary>
    /// Splits by the grammar of JSON: no plus sign, no leading zeros, no blanks, digits on both sides of a point.
    /// </summary>
    public static bool TrySplit(ReadOnlySpan<byte> text, out ReportNumberParts parts)
    {
        parts = default;
        int i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        bool isNegative = i == 1;
        int whole = i;
        i = SkipDigits(text, i);
        if (i == whole || (i - whole > 1 && text[whole] == '0'))
        {
            return false;
        }

        int point = i;
        int end = i;
        if (i < text.Length && text[i] == '.')
        {
            end = SkipDigits(text, i + 1);
            if (end == i + 1)
            {
                return false;
            }

            i = end;
        }

        if (!TryReadExponent(text, i, out long exponent))
        {
            return false;
        }

        int first = whole;
        while (first < end && (text[first] == '0' || first == point))
        {
            first++;
        }

        int count = end - first - (first < point && point < end ? 1 : 0);
        long fraction = end > point ? end - point - 1 : 0;
        parts = new ReportNumberParts(isNegative, first, point, count, exponent - fraction);
        return true;
    }

    /// <summary>The digit at a position among the significant ones.</summary>
    public int Digit(ReadOnlySpan<byte> text, int index)
    {
        int at = _first + index;
        return text[_first < _point && at >= _point ? at + 1 : at] - '0';
    }

    public bool HasNonZeroAfter(ReadOnlySpan<byte> text, int index)
    {
        for (int i = index + 1; i < SignificantDigits; i++)
        {
            if (Digit(text, i) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, int i, out long exponent)
    {
        exponent = 0;
        if (i == text.Length)
        {
            return true;
        }

        if (text[i] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        i++;
        bool negative = i < text.Length && text[i] == '-';
        if (i < text.Length && text[i] is ((byte)'-' or (byte)'+'))
        {
            i++;
        }

        int end = SkipDigits(text, i);
        if (end != text.Length || end == i)
        {
            return false;
        }

        for (; i < end; i++)
        {
            exponent = Math.Min(ExponentLimit, (exponent * 10) + (text[i] - '0'));
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    private static int SkipDigits(ReadOnlySpan<byte> text, int i)
    {
        while (i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9')
        {
            i++;
        }

        return i;
    }
}
