using System.Text;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

/// <summary>The query of the lists of keywords, which take lists with commas.</summary>
internal sealed class KeywordQuery
{
    private readonly StringBuilder _text = new();

    public KeywordQuery List(string name, IEnumerable<string>? values) =>
        Add(name, values is null ? null : string.Join(',', values.Select(Uri.EscapeDataString)));

    public KeywordQuery Ids<TId>(string name, IReadOnlyList<TId>? ids)
        where TId : struct, IAmazonId<TId> => List(name, ids?.Select(id => id.ToString()!));

    public KeywordQuery Names(string name, IEnumerable<string>? values) => List(name, values?.Select(AmazonCase.ToCamel));

    public KeywordQuery Text(string name, string? value) => Add(name, value is null ? null : Uri.EscapeDataString(value));

    public override string ToString() => _text.ToString();

    private KeywordQuery Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_text.Length > 0 ? "&" : "").Append(name).Append('=').Append(value);
        }

        return this;
    }
}
