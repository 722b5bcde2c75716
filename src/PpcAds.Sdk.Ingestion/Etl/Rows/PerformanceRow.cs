using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PpcAds.Sdk.Etl;

/// <summary>One row on its way from a report into <c>performance_records</c>. It is used again for the next row.</summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class PerformanceRow
{
    private static readonly int Texts = Enum.GetValues<PerformanceText>().Length;

    private readonly long[] _metrics = new long[PerformanceMetrics.All.Count];
    private readonly (int Start, int Length)[] _texts = new (int, int)[Texts];
    private ulong _reported;
    private byte[] _textBytes = new byte[256];
    private int _textLength;

    /// <summary>The day, in the profile's time zone.</summary>
    public DateOnly Date { get; internal set; }

    /// <summary>
    /// What identifies the row within dataset, day and campaign: 16 bytes, the same for the same entity in each report.
    /// </summary>
    public ReadOnlySpan<byte> EntityDetail => Key.Detail;

    /// <summary>The campaign.</summary>
    public long? CampaignId { get; internal set; }

    /// <summary>The ad group.</summary>
    public long? AdGroupId { get; internal set; }

    /// <summary>The ad.</summary>
    public long? AdId { get; internal set; }

    /// <summary>The keyword or other target; <see langword="null"/> for a row that Amazon could not place.</summary>
    public long? TargetId { get; internal set; }

    /// <summary>The currency of the amounts (ISO 4217).</summary>
    public string CurrencyCode { get; internal set; } = "";

    /// <summary>
    /// The share, a fraction of up to six decimals, that the row had of the top-of-search impressions it was eligible for;
    /// <see langword="null"/> where it is not reported. No shares add up: of rows of one key that differ in it, none holds.
    /// </summary>
    public decimal? TopOfSearchImpressionShare { get; internal set; }

    /// <summary>
    /// The values of <see cref="LoadScope.ExtraColumns"/> as a JSON object in UTF-8, valid until the next row is read; empty
    /// when the row has none. Of rows of one key the first one's hold.
    /// </summary>
    public ReadOnlySpan<byte> ExtraUtf8 => Extra.Span;

    /// <summary>How many amounts had more than six decimals and were rounded half to even.</summary>
    public int RoundedAmounts { get; internal set; }

    /// <summary>
    /// What is odd about a row that can be loaded all the same, such as a missing id; for <see cref="RowProblemLog.AddNote"/>.
    /// </summary>
    public RowProblem? Note { get; internal set; }

    internal EntityKey Key { get; } = new();

    internal bool IsKeyword => GetUtf8(PerformanceText.TargetKind).SequenceEqual("keyword"u8);

    internal ReadOnlyMemory<byte> Extra { get; set; }

    /// <summary>A metric: a count, or money in millionths. <see langword="null"/>: the dataset does not report it.</summary>
    public long? this[PerformanceMetric metric] => (_reported & (1ul << (int)metric)) == 0 ? null : _metrics[(int)metric];

    /// <summary>A dimension as UTF-8; empty when the row has none.</summary>
    public ReadOnlySpan<byte> GetUtf8(PerformanceText text) =>
        _textBytes.AsSpan(_texts[(int)text].Start, _texts[(int)text].Length);

    /// <summary>A dimension; <see langword="null"/> when the row has none.</summary>
    public string? GetText(PerformanceText text) => _texts[(int)text].Length == 0 ? null : Encoding.UTF8.GetString(GetUtf8(text));

    /// <summary>
    /// The key within dataset and day, as text: the ids that the row has, joined by dots, such as <c>1.2.k3</c>; where text is
    /// part of the key or an id is missing, the campaign's id and a hash, such as <c>1#80c5…</c>.
    /// </summary>
    public string GetEntityKey() => Key.ToText(this);

    /// <summary><see cref="ExtraUtf8"/> as a string; <see langword="null"/> when the row has none.</summary>
    public string? GetExtra() => Extra.IsEmpty ? null : Encoding.UTF8.GetString(Extra.Span);

    internal void Clear()
    {
        _reported = 0;
        _textLength = 0;
        Array.Clear(_texts);
        Key.Clear();
        CampaignId = AdGroupId = AdId = TargetId = null;
        TopOfSearchImpressionShare = null;
        Extra = default;
        RoundedAmounts = 0;
        Note = null;
    }

    internal void Set(PerformanceMetric metric, long value)
    {
        _metrics[(int)metric] = value;
        _reported |= 1ul << (int)metric;
    }

    internal void SetText(PerformanceText text, ReadOnlySpan<byte> utf8)
    {
        if (_textLength + utf8.Length > _textBytes.Length)
        {
            Array.Resize(ref _textBytes, Math.Max(_textBytes.Length * 2, _textLength + utf8.Length));
        }

        utf8.CopyTo(_textBytes.AsSpan(_textLength));
        _texts[(int)text] = (_textLength, utf8.Length);
        _textLength += utf8.Length;
    }
}
