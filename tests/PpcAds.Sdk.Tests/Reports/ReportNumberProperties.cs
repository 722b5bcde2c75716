using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class ReportNumberProperties
{
    private static readonly Gen<string> Digits = Gen.OneOf(
        Gen.String[Gen.Char['0', '9'], 1, 22],
        Gen.String[Gen.OneOf('0', '5', '9'), 1, 30]);

    private static readonly Gen<string> Number = Gen.Select(
        Gen.OneOf("", "-"),
        Digits.Select(digits => digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0"),
        Gen.OneOf(Gen.Const(""), Digits.Select(digits => "." + digits)),
        Gen.OneOf(Gen.Const(""), Gen.Const(""), Gen.Int[-30, 30].Select(exponent => $"e{exponent}"), Gen.Int[0, 30].Select(exponent => $"E+{exponent}")))
        .Select((sign, whole, fraction, exponent) => sign + whole + fraction + exponent);

    [Fact]
    public void Scaling_is_exact_or_half_even_and_says_which() => Gen.Select(Number, Gen.OneOf(0, 6)).Sample(
        (text, scale) =>
        {
            (BigInteger expected, bool expectedRounded) = Scale(text, scale);

            bool fits = ReportNumber.TryScale(Encoding.UTF8.GetBytes(text), scale, out long value, out bool rounded);

            fits.Should().Be(expected >= long.MinValue && expected <= long.MaxValue, text);
            if (fits)
            {
                (value, rounded).Should().Be(((long)expected, expectedRounded), text);
            }
        },
        iter: 20_000);

    [Fact]
    public void A_kind_promises_what_it_says() => Number.Sample(
        text =>
        {
            ReportCellKind kind = ReportNumber.Classify(Encoding.UTF8.GetBytes(text), out long value);
            (BigInteger micros, bool rounded) = Scale(text, 6);
            bool isInteger = !text.AsSpan().ContainsAny(".eE");
            if (isInteger && BigInteger.Parse(text, CultureInfo.InvariantCulture) is var whole && whole >= long.MinValue && whole <= long.MaxValue)
            {
                (kind, value).Should().Be((ReportCellKind.Integer, (long)whole), text);
            }
            else if (!rounded && micros >= long.MinValue && micros <= long.MaxValue)
            {
                (kind, value).Should().Be((ReportCellKind.Decimal, (long)micros), text);
            }
            else
            {
                kind.Should().Be(ReportCellKind.Number, text);
            }
        },
        iter: 20_000);

    [Fact]
    public async Task Decimals_round_trip_exactly() => await Gen.Decimal.SampleAsync(async number =>
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        foreach (string value in new[] { text, $"\"{text}\"" })
        {
            (await ReportFiles.ReadAsync($$"""[{"a":{{value}}}]""", "a"))[0].GetDecimal("a").Should().Be(number);
            await ReportFiles.WithBatchAsync($$"""[{"a":{{value}}}]""", ["a"], batch =>
            {
                batch.TryGetDecimal(0, 0, out decimal read).Should().BeTrue();
                read.Should().Be(number);
            });
        }
    });

    [Fact]
    public void Anything_else_than_a_JSON_number_is_no_number() => Gen.String[Gen.OneOf('0', '1', '9', '.', '-', '+', 'e', 'E', ' '), 0, 8].Sample(
        text => ReportNumberParts.TrySplit(Encoding.UTF8.GetBytes(text), out _).Should().Be(
            System.Text.RegularExpressions.Regex.IsMatch(text, @"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z"), text),
        iter: 20_000);

    /// <summary>The same by arithmetic on whole numbers of any size.</summary>
    private static (BigInteger Value, bool Rounded) Scale(string text, int scale)
    {
        string[] parts = text.TrimStart('-').Split('e', 'E');
        string[] digits = parts[0].Split('.');
        string fraction = digits.Length > 1 ? digits[1] : "";
        BigInteger mantissa = BigInteger.Parse(digits[0] + fraction, CultureInfo.InvariantCulture);
        int shift = (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - fraction.Length + scale;
        bool rounded = false;
        if (shift >= 0)
        {
            mantissa *= BigInteger.Pow(10, shift);
        }
        else
        {
            BigInteger divisor = BigInteger.Pow(10, -shift);
            mantissa = BigInteger.DivRem(mantissa, divisor, out BigInteger rest);
            rounded = !rest.IsZero;
            int half = (rest * 2).CompareTo(divisor);
            mantissa += half > 0 || (half == 0 && !mantissa.IsEven) ? 1 : 0;
        }

        return (text.StartsWith('-') ? -mantissa : mantissa, rounded);
    }
}
