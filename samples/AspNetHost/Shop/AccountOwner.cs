namespace AspNetHost.Shop;

/// <summary>Which of the service's customers an Amazon Ads account belongs to.</summary>
internal sealed class AccountOwner
{
    public long AccountId { get; set; }

    public string Customer { get; set; } = "";
}
