using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>What two databases write differently in the statements that make the rows to be read.</summary>
internal abstract class ReadsSql
{
    /// <summary>The suffix of columns that hold amounts.</summary>
    public abstract string Money { get; }

    /// <summary>The current instant.</summary>
    public abstract string Now { get; }

    /// <summary>An amount, from an expression in millionths.</summary>
    public abstract string Amount(string micros);

    /// <summary>The day that is so many days after the first.</summary>
    public abstract string Day(string number);

    /// <summary>The 16 bytes that two ids make.</summary>
    public abstract string Detail(string first, string second);

    /// <summary>The 16 bytes of a row that is known by a text: in no order, as hashes are.</summary>
    public abstract string Hash(string number);

    /// <summary>All whole numbers from 0 to below a limit, as a table <c>numbers</c>.</summary>
    public abstract string CreateNumbers(long limit);

    protected static string First => ReadsWorld.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
