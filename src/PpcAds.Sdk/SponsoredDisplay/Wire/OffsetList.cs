using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredDisplay.Wire;

/// <summary>Checks a filter and makes the queries that it takes: several when it holds more ids than one may.</summary>
internal sealed class OffsetList
{
    // A query has to stay within what servers take as an address.
    private const int Ids = 100;

    private readonly FilterRules _rules;
    private readonly List<Func<ListQuery, ListQuery>> _texts = [];
    private List<List<(string Name, IReadOnlyList<string> Ids)>> _parts = [[]];

    public OffsetList(string subject, SponsoredDisplayFilter filter)
    {
        _rules = new FilterRules(subject).Common(filter);
        _texts.Add(query => query.Names("stateFilter", filter.States.Select(state => state.Value)));
        By("campaignIdFilter", nameof(filter.CampaignIds), filter.CampaignIds);
    }

    public OffsetList By<TId>(string parameter, string field, IReadOnlyList<TId>? ids)
        where TId : struct, IAmazonId<TId>
    {
        _rules.Ids(field, ids);
        if (ids is not null)
        {
            _parts =
            [
                .. from part in _parts
                   from cut in FilterParts.Cut(ids, Ids)
                   select part.Append((parameter, (IReadOnlyList<string>)[.. cut!.Select(id => id.ToString()!)])).ToList(),
            ];
        }

        return this;
    }

    public OffsetList ByText(string parameter, string field, string? text)
    {
        _rules.Refuse(text is not null && string.IsNullOrWhiteSpace(text), field, text, "is empty; null filters nothing.");
        _texts.Add(query => query.Text(parameter, text));
        return this;
    }

    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public IReadOnlyList<string> ToQueries()
    {
        _rules.Enforce();
        return [.. _parts.Select(part => part
            .Aggregate(
                _texts.Aggregate(new ListQuery(), (query, add) => add(query)),
                (query, filter) => query.List(filter.Name, filter.Ids))
            .ToString())];
    }
}
