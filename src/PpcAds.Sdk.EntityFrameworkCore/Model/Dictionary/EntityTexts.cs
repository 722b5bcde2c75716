namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The texts of accounts, profiles and what is in them.</summary>
internal static class EntityTexts
{
    public static IReadOnlyList<TableText> All { get; } =
    [
        TableText.Table(
            "ppc_accounts",
            "A connected account: one grant of an advertiser.",
            """
            account_id: The number, made by the database.
            name: A name for people.
            contact_email: The e-mail address of the person responsible.
            external_key: The host's own key of the account, unique; null for none, and once the account is closed.
            status: active, paused, needs_consent or closed.
            consented_at: When the advertiser consented to the grant in use; null if that is not known.
            created_at: When the account was added.
            changed_at: When name, address or status last changed.
            """),
        TableText.Table(
            "ppc_account_credentials",
            "The credentials of an account, encrypted.",
            """
            account_id
            client_id: The client id of the application; not a secret.
            protected_client_secret: The client secret, encrypted.
            protected_refresh_token: The refresh token, encrypted.
            version
            changed_at: When they were written.
            """),
        TableText.Table(
            "ppc_profiles",
            "A profile: an advertiser in one marketplace.",
            """
            account_id
            profile_id
            region: The region whose host knows the profile.
            country_code
            currency: The currency of its amounts (ISO 4217).
            time_zone: The IANA time zone of its days.
            type: seller, vendor or agency.
            sub_type: A special kind of advertiser, such as KDP_AUTHOR.
            name: The name of the advertiser.
            advertiser_id: The id of the seller or vendor.
            marketplace_id: The id of the marketplace.
            is_view_only: Whether the grant allows reading only.
            """,
            ColumnTexts.OfEntity),
        TableText.Table(
            "ppc_portfolios",
            "A portfolio: campaigns under one name, with a budget if it has one.",
            """
            account_id
            profile_id
            portfolio_id: The portfolio.
            name
            state
            in_budget: Whether money is left of the budget.
            budget: The budget; null for none.
            budget_currency: The currency of the budget (ISO 4217).
            budget_policy: What the budget is for, such as MONTHLY_RECURRING.
            start_date: The first day of the budget.
            end_date: The last day of the budget, inclusive.
            """,
            ColumnTexts.OfEntity),
        TableText.Table(
            "ppc_campaigns",
            "A campaign with its sums.",
            """
            account_id
            profile_id
            campaign_id: The campaign.
            ad_product
            portfolio_id
            name: The name; null if only a report named the campaign.
            state
            targeting_type: Manual or automatic, as Amazon writes it.
            start_date
            end_date
            budget: The budget, in the currency of the profile.
            budget_type: The period of the budget as Amazon writes it.
            cost_type: How the campaign is paid, such as CPC; null for Sponsored Products.
            bidding_strategy: The bidding strategy as Amazon writes it.
            """,
            ColumnTexts.OfEntityWithSums),
        TableText.Table(
            "ppc_ad_groups",
            "An ad group with its sums.",
            """
            account_id
            profile_id
            ad_group_id: The ad group.
            ad_product
            campaign_id: The campaign that contains it; null if a report named the ad group without it.
            name: The name; null if only a report named the ad group.
            state
            default_bid: The bid of keywords and targets that have none, in the currency of the profile.
            """,
            ColumnTexts.OfEntityWithSums),
        TableText.Table(
            "ppc_keywords",
            "A keyword with its sums.",
            """
            account_id
            profile_id
            keyword_id
            ad_product
            campaign_id: The campaign that contains it; null if a report named the keyword without it.
            ad_group_id: The ad group that contains it; null if a report named the keyword without it.
            keyword_text: The words.
            match_type
            state
            bid: The bid, in the currency of the profile; null means the default bid of the ad group.
            """,
            ColumnTexts.OfEntityWithSums),
        TableText.Table(
            "ppc_targets",
            "A target other than a keyword, with its sums: a product, a category, an audience, a theme or an automatic group.",
            """
            account_id
            profile_id
            target_id: The target.
            ad_product
            campaign_id: The campaign that contains it; null if Amazon leaves it out of the list.
            ad_group_id: The ad group that contains it.
            target_kind: product, auto, theme or audience.
            expression_type: Manual or automatic.
            expression: What is targeted, as a JSON array of conditions.
            resolved_expression: The same with names in place of ids.
            state
            bid: The bid, in the currency of the profile; null means the default bid of the ad group.
            """,
            ColumnTexts.OfEntityWithSums),
        TableText.Table(
            "ppc_ads",
            "An ad.",
            """
            account_id
            profile_id
            ad_id
            ad_product
            campaign_id: The campaign that contains it.
            ad_group_id: The ad group that contains it.
            name: The name; null for product ads.
            state
            ad_type: What is shown, such as PRODUCT_AD or VIDEO.
            asin: The product, if the ad is for one.
            sku: The SKU of the product, as the seller numbers it.
            landing_page_url: The page that a click opens, if Amazon names it.
            """,
            ColumnTexts.OfEntity),
        TableText.Table(
            "ppc_negative_keywords",
            "A negative keyword: words for which no ad is shown.",
            """
            account_id
            profile_id
            keyword_id: The negative keyword.
            ad_product
            campaign_id: The campaign that contains it.
            ad_group_id: The ad group that contains it; null for one of the whole campaign.
            keyword_text: The words.
            match_type: The match type, such as NEGATIVE_EXACT.
            state
            """,
            ColumnTexts.OfEntity),
        TableText.Table(
            "ppc_negative_targets",
            "A negative target: a product or brand for which no ad is shown.",
            """
            account_id
            profile_id
            target_id: The negative target.
            ad_product
            campaign_id: The campaign that contains it; null if Amazon leaves it out of the list.
            ad_group_id: The ad group that contains it; null for one of the whole campaign.
            expression: What is excluded, as a JSON array of conditions.
            resolved_expression: The same with names in place of ids.
            state
            """,
            ColumnTexts.OfEntity),
    ];
}
