using System.Text;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Lists;

/// <summary>The query of a list that is requested with GET, which takes lists with commas.</summary>
internal sealed class ListQuery
{
    private readonly StringBuilder _text = new();

    public ListQuery List(string name, IEnumerable<string>? values) =>
        Add(name, values is null ? null : string.Join(',', values.Select(Uri.EscapeDataString)));

    public ListQuery Ids<TId>(string name, IReadOnlyList<TId>? ids)
        where TId : struct, IAmazonId<TId> => List(name, ids?.Select(id => id.ToString()!));

    public ListQuery Names(string name, IEnumerable<string>? values) => List(name, values?.Select(AmazonCase.ToCamel));

    public ListQuery Text(string name, string? value) => Add(name, value is null ? null : Uri.EscapeDataString(value));

    public override string ToString() => _text.ToString();

    private ListQuery Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_text.Length > 0 ? "&" : "").Append(name).Append('=').Append(value);
        }

        return this;
    }
}
