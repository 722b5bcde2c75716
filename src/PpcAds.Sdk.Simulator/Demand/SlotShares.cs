using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>How impressions, clicks and sales fall to the parts of a target's figures.</summary>
internal sealed class SlotShares
{
    public static readonly SlotShares Whole = new([1], [1], [1]);

    private readonly double[] _impressions;
    private readonly double[] _clicks;
    private readonly double[] _sales;

    /// <param name="impressions">The shares of the impressions; their sum is 1.</param>
    /// <param name="clickFactors">How often each part is clicked, compared with the others.</param>
    /// <param name="conversionFactors">How well each part converts, compared with the others.</param>
    public SlotShares(double[] impressions, double[] clickFactors, double[] conversionFactors)
    {
        _impressions = impressions;
        _clicks = Shares(impressions, clickFactors);
        _sales = Shares(_clicks, conversionFactors);
    }

    public int Count => _impressions.Length;

    public IReadOnlyList<double> Impressions => _impressions;

    public IReadOnlyList<double> Clicks => _clicks;

    public IReadOnlyList<double> Sales => _sales;

    /// <summary>Two parts with the same rates.</summary>
    public static SlotShares Two(double first) => new([first, 1 - first], [1, 1], [1, 1]);

    /// <summary>
    /// The part of a click. Whether it sells was decided before, by other dice, so that however figures are taken apart their
    /// sum is the same.
    /// </summary>
    public int SlotAt(Dice dice, bool sells)
    {
        int slot = 0;
        if (Count > 1)
        {
            double[] shares = sells ? _sales : _clicks;
            for (double unit = dice.Unit() - shares[0]; unit >= 0 && slot < Count - 1; unit -= shares[slot])
            {
                slot++;
            }
        }

        return slot;
    }

    private static double[] Shares(double[] of, double[] factors)
    {
        double[] parts = [.. of.Zip(factors, (share, factor) => share * factor)];
        double sum = parts.Sum();
        return [.. parts.Select(part => part / sum)];
    }
}
